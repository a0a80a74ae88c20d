import type { ModeBarMessage } from './mode-bar.messages.ts';

export default {
  modes: 'Display',
  standard: 'Standard',
  large: 'Large',
  elder: 'Senior',
  contrast: 'High contrast',
} satisfies Record<ModeBarMessage, string>;
