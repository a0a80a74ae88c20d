/** Requests per minute and caller, so that one client cannot take the service from the others. Per process. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { standardError, type Locale } from '@zhaoshang/kernel';

export interface RateLimitOptions {
  /** Requests per minute of one signed-in account; 600 by default. */
  readonly perActor?: number;
  /** Requests per minute of one network address; an office shares one, so 6,000 by default. */
  readonly perAddress?: number;
}

export interface RateLimits {
  /** Throws `rate-limited` (429) with the seconds to wait. */
  consume(actor: string | null, address: string, locale: Locale): Promise<void>;
}

export function createRateLimits({ perActor = 600, perAddress = 6_000 }: RateLimitOptions = {}): RateLimits {
  const actors = new RateLimiterMemory({ points: perActor, duration: 60 });
  const addresses = new RateLimiterMemory({ points: perAddress, duration: 60 });
  return {
    consume: async (actor, address, locale) => {
      try {
        await addresses.consume(address);
        if (actor !== null) await actors.consume(actor);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw standardError('rate-limited', locale, {
          status: 429,
          retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
        });
      }
    },
  };
}
