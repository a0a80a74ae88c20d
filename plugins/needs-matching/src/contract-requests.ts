/** What other elements of a page may ask of matching over the bus; the code behind it stays here. */

/** A need that somebody wants to change, e.g. from the list of their needs (RES-8). */
export interface NeedEditWanted {
  readonly needId: string;
}

declare module '@zhaoshang/kernel' {
  interface EventMap {
    /** Asked of `<zs-needs-form>`: it opens this need for changing, and takes the focus. */
    'needs-matching.need-edit-wanted': NeedEditWanted;
  }
}
