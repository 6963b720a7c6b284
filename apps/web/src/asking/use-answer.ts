import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useAskedAt } from '../view/asked-at.ts';
import type { AnswerTo, QuestionName } from './answer.ts';
import { ask } from './ask.ts';
import type { AskingFailed } from './problem.ts';
import { type AskedAt, pathOf, type Question } from './question.ts';

/** An answer on its way: what there is of it, and how it stands. */
export type Asking<Data> = Readonly<{
  data: Data | undefined;
  error: AskingFailed | null;
  /** Another answer is being fetched; `data` may still be the one before. */
  isFetching: boolean;
  retry: () => void;
}>;

/** A question at the newest position is asked anew for every position the server moves on to. */
const queryOf = <Name extends QuestionName>(question: Question<Name>, at: AskedAt, newest: number) =>
  queryOptions<AnswerTo<Name>, AskingFailed>({
    queryKey: ['question', pathOf(question, at), at.knownAt ?? newest],
    queryFn: ({ signal }) => ask(question, at, signal),
    placeholderData: keepPreviousData,
  });

/** Asks one question at the V and K of the page; while the next answer is on its way, the one before stays. */
export function useAnswer<Name extends QuestionName>(question: Question<Name>): Asking<AnswerTo<Name>> {
  return useAnswerAt(question, useAskedAt().at);
}

/** The same at a V and K of its own. */
export function useAnswerAt<Name extends QuestionName>(question: Question<Name>, at: AskedAt): Asking<AnswerTo<Name>> {
  const { newest } = useAskedAt();
  const { data, error, isFetching, refetch } = useQuery(queryOf(question, at, newest));
  return { data, error, isFetching, retry: () => void refetch() };
}

/** Asks several questions that make one figure: it is there when all answers are. */
export function useAnswers<Name extends QuestionName>(questions: readonly Question<Name>[]): Asking<readonly AnswerTo<Name>[]> {
  const { at, newest } = useAskedAt();
  const results = useQueries({ queries: questions.map((question) => queryOf(question, at, newest)) });
  const data = results.flatMap((result) => result.data ?? []);
  return {
    data: data.length === questions.length ? data : undefined,
    error: results.find((result) => result.error)?.error ?? null,
    isFetching: results.some((result) => result.isFetching),
    retry: () => results.filter((result) => result.error).forEach((result) => void result.refetch()),
  };
}
