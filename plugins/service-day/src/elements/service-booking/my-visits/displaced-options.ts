/** Keeps the other times of displaced visits: computed once for each state of a visit, anew when one was taken. */
import type { Visit } from '../booking-types.ts';
import { dateAt } from '../booking-words.ts';
import { alternativesFor } from './alternatives.ts';
import type { Option } from './alternatives.ts';
import type { MyVisitsHost } from './my-visits-host.ts';
import { groupVisits } from './visit-order.ts';

export class DisplacedOptions {
  private readonly host: MyVisitsHost;
  private readonly found = new Map<string, readonly Option[]>();

  constructor(host: MyVisitsHost) {
    this.host = host;
  }

  of(visit: Visit): readonly Option[] | undefined {
    return this.found.get(keyOf(visit));
  }

  forget(): void {
    this.found.clear();
  }

  async find(visits: readonly Visit[]): Promise<void> {
    const { host, found } = this;
    const { timetable } = host;
    if (timetable === null) return;
    for (const visit of groupVisits(visits, dateAt(host.now())).displaced) {
      const key = keyOf(visit);
      if (found.has(key)) continue;
      try {
        const others = visits.filter((other) => other !== visit);
        found.set(
          key,
          await alternativesFor(visit, others, timetable, (date) => host.serviceDay().availability({ date })),
        );
      } catch (error) {
        // The notice then leads to the dialog, where any time can be looked for.
        found.set(key, []);
        console.warn('[zhaoshang] other times could not be read.', error);
      }
      host.requestUpdate();
    }
  }
}

/** A visit that changed is looked at anew. */
const keyOf = ({ id, version }: Visit): string => `${id} ${version}`;
