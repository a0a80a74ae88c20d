import type { Locale } from '@zhaoshang/kernel';
import type { MessageData, Messages } from './messages.ts';
import { fillParts } from './messages.ts';

/** What an element offers to have texts: its language, and waiting with the first rendering until they are there. */
export interface MessageHost {
  readonly locale: Locale;
  addMessages(messages: Messages<string>): void;
}

export interface Translate<Key extends string> {
  (key: Key, data?: MessageData): string;
  /** The same sentence as parts for a template; a filled place may hold markup (`<span class="zs-nb">…`). */
  parts(key: Key, data: MessageData): unknown[];
}

/** Ties a catalogue to an element; the returned function speaks the element's language. */
export function useMessages<Key extends string>(host: MessageHost, messages: Messages<Key>): Translate<Key> {
  host.addMessages(messages);
  const sentence = (key: Key): string => (messages.of(host.locale) ?? messages.of('zh-CN'))?.[key] ?? key;
  const translate = (key: Key, data: MessageData = {}): string => fillParts(sentence(key), data).join('');
  return Object.assign(translate, { parts: (key: Key, data: MessageData) => fillParts(sentence(key), data) });
}
