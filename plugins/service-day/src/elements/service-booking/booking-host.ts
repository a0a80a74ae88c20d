import type { MessageHost, Translate } from '@zhaoshang/elements';
import type { ClientOf, Session } from '@zhaoshang/kernel';
import type { LitElement } from 'lit';
import type { ServiceDayContract } from '../../contract.ts';
import type { BookingMessage } from './service-booking.messages.ts';

/** What the controllers of the booking view need of the element they work for. */
export interface BookingHost extends LitElement, MessageHost {
  readonly msg: Translate<BookingMessage>;
  readonly session: Session | null;
  readonly zone: string;
  /** What the host page wants chosen: codes of departments, and a topic for them. */
  readonly prefill: { readonly departments: readonly string[]; readonly topic: string };
  now(): number;
  serviceDay(): ClientOf<ServiceDayContract>;
  announce(sentence: string): void;
  focusOn(selector: string): Promise<void>;
  /** Asks the host page to sign somebody in. */
  signIn(): void;
  /** Something could not be read; what is there stays. */
  fault(error: unknown): void;
}
