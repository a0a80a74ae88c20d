/** What other elements of a page may ask of the service day over the bus; the code behind it stays here. */

/** A visit that another element proposes, e.g. from a match between a need and a resource (RES-9, INFO-13). */
export interface VisitWanted {
  /** Code of the department to see. */
  readonly department: string;
  /** Id of the department's matter, where it is known. */
  readonly matterId?: string;
  /** Name of the matter, or a topic in words, at most 200 characters. */
  readonly topic?: string;
  /** What to ask there, at most 200 characters; filled in only where nothing was typed. */
  readonly question?: string;
  /** Where it comes from, as it is shown to the person: `需求 nd-001`. */
  readonly from?: string;
}

declare module '@zhaoshang/kernel' {
  interface EventMap {
    /** Asked of `<zs-service-booking>`: it chooses the department, fills in what is empty, and takes the focus. */
    'service-day.visit-wanted': VisitWanted;
  }
}
