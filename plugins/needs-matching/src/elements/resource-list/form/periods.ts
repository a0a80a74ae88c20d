/** What a capacity is counted by. */
export const periods = ['once', 'hour', 'day', 'night', 'week', 'month', 'quarter', 'year'] as const;
