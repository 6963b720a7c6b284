/** The same rows in DuckDB, and each question as an analyst would write it in SQL: without consent, V only as a bound, nothing suppressed. */
import { DuckDBInstance } from '@duckdb/node-api';
import { causalRank, coreType, parseInstant } from '@kithline/touchpoints';

const DAY = 86_400_000;

export async function openDuckDb() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    'CREATE TABLE events (type VARCHAR, rank INTEGER, person VARCHAR, other VARCHAR, referral VARCHAR, kind VARCHAR, t BIGINT)',
  );
  const appender = await connection.createAppender('events');
  const text = (value) => (value === undefined ? appender.appendNull() : appender.appendVarchar(value));
  const add = (event) => {
    const { data } = event;
    const type = coreType(event.type);
    appender.appendVarchar(type);
    appender.appendInteger(causalRank(type));
    text(data.personId ?? data.introducerId);
    text(data.referrerId ?? data.introduceeId);
    text(data.referralId);
    text(data.kind);
    appender.appendBigInt(BigInt(parseInstant(event.time)));
    appender.endRow();
  };
  const ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects();
  return { add, finish: () => appender.closeSync(), ask };
}

export const retentionSql = (validAt, weeks) => `
  WITH entered AS (SELECT person, min(t) AS a FROM events WHERE type = 'MemberJoined' AND t <= ${validAt} GROUP BY person),
  acts AS (
    SELECT person, t, rank FROM events
      WHERE type IN ('CheckedIn', 'IntroductionMade') OR (type = 'TouchpointRecorded' AND kind <> 'outreach')
    UNION ALL SELECT other, t, rank FROM events WHERE type = 'ReferralMade' AND other IS NOT NULL
    UNION ALL SELECT made.person, session.t, session.rank FROM events session JOIN events made USING (referral)
      WHERE session.type = 'SessionAttended' AND made.type = 'ReferralMade'),
  returned AS (
    SELECT DISTINCT person, (t - a) // ${7 * DAY} AS week FROM acts JOIN entered USING (person)
      WHERE t <= ${validAt} AND (t > a OR (t = a AND rank > ${causalRank('MemberJoined')}))),
  weeks AS (SELECT unnest(range(${weeks})) AS week)
  SELECT week, count(DISTINCT entered.person)::INTEGER AS n, count(DISTINCT returned.person)::INTEGER AS k
    FROM weeks JOIN entered ON a + (week + 1) * ${7 * DAY} <= ${validAt} LEFT JOIN returned USING (person, week) GROUP BY week ORDER BY week`;

export const latencySql = (validAt) => `
  WITH made AS (SELECT referral, min(t) AS o FROM events WHERE type = 'ReferralMade' AND t <= ${validAt} GROUP BY referral),
  seen AS (SELECT referral, min(t) AS s FROM events WHERE type = 'SessionAttended' AND kind = 'treatment' AND t <= ${validAt} GROUP BY referral),
  ended AS (SELECT referral, arg_min(type, t) AS how, min(t) AS e FROM events
    WHERE type IN ('ReferralRejected', 'ReferralCancelled', 'ReferralCompleted', 'ReferralClosed') AND t <= ${validAt} GROUP BY referral),
  units AS (
    SELECT least(coalesce(s, ${validAt}), coalesce(e, ${validAt}), ${validAt}) - o AS exit,
      CASE WHEN s <= coalesce(e, s) THEN 1 WHEN e IS NOT NULL THEN 2 ELSE 0 END AS outcome
    FROM made LEFT JOIN seen USING (referral) LEFT JOIN ended USING (referral) WHERE coalesce(s, o) >= o),
  steps AS (SELECT exit, count(*) AS leaving, count(*) FILTER (outcome = 1) AS events, count(*) FILTER (outcome > 0) AS any_event FROM units GROUP BY exit),
  risk AS (SELECT *, sum(leaving) OVER (ORDER BY exit ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS at_risk FROM steps),
  free AS (SELECT *, coalesce(sum(ln(greatest(1 - any_event / at_risk, 1e-300))) OVER (ORDER BY exit ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM risk)
  SELECT count(*)::INTEGER AS rows, sum(leaving)::INTEGER AS n, sum(exp(before) * events / at_risk) FILTER (exit <= ${30 * DAY}) AS cif FROM free`;

export const reReferralSql = (validAt) => `
  WITH concluded AS (SELECT referral, min(t) AS c FROM events WHERE type IN ('ReferralCompleted', 'ReferralClosed') AND t <= ${validAt} GROUP BY referral),
  made AS (SELECT referral, person, min(t) AS o FROM events WHERE type = 'ReferralMade' AND t <= ${validAt} GROUP BY referral, person),
  units AS (SELECT made.person, c, (c // ${DAY} + 91) * ${DAY} AS until FROM concluded JOIN made USING (referral))
  SELECT count(*)::INTEGER AS n, count(*) FILTER (EXISTS (SELECT 1 FROM made WHERE made.person = units.person AND o > c AND o < until))::INTEGER AS k
    FROM units WHERE until <= ${validAt}`;
