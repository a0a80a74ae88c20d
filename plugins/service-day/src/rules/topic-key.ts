/** Which bookings are about the same thing: the matter of the department's list, else the words of the topic. */

export interface TopicOf {
  readonly department: string;
  readonly matterId: string | null;
  readonly topic: string;
}

/** The same for 「 证照  办理」 and 「证照办理」: spaces, width, case and punctuation do not make another topic. */
export function topicKey({ department, matterId, topic }: TopicOf): string {
  const words = topic
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
  return `${department}|${matterId ?? `~${words}`}`;
}

/**
 * The unique key that enforces `activePerTopicPerDay`: one of that many places per enterprise, date and topic; `undefined`
 * when all are taken.
 */
export function freeTopicKey(
  uscc: string,
  date: string,
  topic: TopicOf,
  taken: ReadonlySet<string>,
  places: number,
): string | undefined {
  for (let place = 1; place <= places; place += 1) {
    const key = `${uscc}|${date}|${topicKey(topic)}|${place}`;
    if (!taken.has(key)) return key;
  }
  return undefined;
}

/** The unique key by which an enterprise is at one desk at a time. */
export const timeKey = (uscc: string, date: string, start: string): string => `${uscc}|${date}|${start}`;
