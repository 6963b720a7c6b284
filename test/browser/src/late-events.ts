/** An event as the api lists it, as far as it is read here. */
type Row = Readonly<{ position: number; time: string; community: string; data: Readonly<Record<string, string>> }>;

async function allOf(url: string, type: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = 0; ;) {
    const page = await fetch(`${url}/v1/events?type=${type}&after=${after}&limit=1000&disclosure=none`);
    const { rows: more } = (await page.json()) as { rows: Row[] };
    rows.push(...more);
    const last = more.at(-1);
    if (last === undefined || more.length < 1000) return rows;
    after = last.position;
  }
}

const day = 86_400_000;

/** Of somebody who came to an evening and was referred soon after, it turns out months later that they were booked: one event. */
export async function bookedAfterwards(url: string): Promise<void> {
  const [came, referred, booked] = await Promise.all(['CheckedIn', 'ReferralMade', 'SessionBooked'].map((type) => allOf(url, type)));
  const known = new Set(booked?.map(({ data }) => data['referralId']));
  const open = referred?.find((made) => !known.has(made.data['referralId']) && came?.some((check) => isSoonAfter(made, check)));
  if (!open) throw new Error('everybody of the demo who was referred was booked');
  const event = {
    specversion: '1.0',
    source: 'urn:test:late',
    id: 'late-1',
    type: 'org.kithline.SessionBooked.v1',
    subject: `referral/${open.data['referralId'] ?? ''}`,
    community: open.community,
    time: new Date(Date.parse(open.time) + 3_600_000).toISOString(),
    data: { referralId: open.data['referralId'], sessionId: 's-late', kind: 'treatment' },
  };
  const headers = { 'content-type': 'application/cloudevents+json' };
  const answer = await fetch(`${url}/v1/events`, { method: 'POST', headers, body: JSON.stringify(event) });
  if (!answer.ok) throw new Error(`the late event was refused: ${await answer.text()}`);
}

const isSoonAfter = (made: Row, check: Row): boolean => {
  const wait = Date.parse(made.time) - Date.parse(check.time);
  return made.data['personId'] === check.data['personId'] && wait > 0 && wait < 20 * day;
};
