/** From so many items on, what is off the screen is not laid out: below that it would only make the scroll bar jump. */
const longFrom = 15;

/** Class of a list whose items are laid out when somebody comes near them. Needs `proposalStyles` or a rule of its own. */
export const longClass = (items: readonly unknown[]): string => (items.length >= longFrom ? 'is-long' : '');
