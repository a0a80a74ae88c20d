/** What an element is doing: one value, never a handful of flags. */
export type Status = 'idle' | 'loading' | 'ready' | 'empty' | 'error' | 'offline';

/** Views that all elements share. */
export type StatusView = 'empty' | 'error' | 'offline' | 'sign-in' | 'expired';
