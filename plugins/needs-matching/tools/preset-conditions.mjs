/** Condition trees of the source as groups: every group must hold, a group holds when one of its questions does. */

const leaf = ({ field, op, value }) => ({ field, op, value });

export function groupsOf({ all }) {
  return all.map((node) => ({ any: 'any' in node ? node.any.map(leaf) : [leaf(node)] }));
}

/** A limit on what one request takes stands with the capacity, not among the questions about the enterprise. */
export function splitLimit(conditions) {
  const groups = groupsOf(conditions);
  const isLimit = ({ any }) => any.length === 1 && any[0].field === 'need.quantity' && any[0].op === 'lte';
  const limits = groups.filter(isLimit).map(({ any }) => any[0].value);
  return {
    conditions: groups.filter((group) => !isLimit(group)),
    perRequestMax: limits.length === 0 ? null : Math.min(...limits),
  };
}
