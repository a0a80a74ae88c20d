/** What every element is written with. Styles, controls and views are imported from their own files. */
export { define } from './registration.ts';
export type { DefineOptions, VersionedElement } from './registration.ts';
export type { KitProblem } from './diagnostics.ts';
export { reportProblem } from './diagnostics.ts';
export { icon } from './icons.ts';
export type { IconPath } from './icons.ts';
export { defineMessages } from './messages/messages.ts';
export type { MessageData, Messages } from './messages/messages.ts';
export { useMessages } from './messages/use-messages.ts';
export type { MessageHost, Translate } from './messages/use-messages.ts';
export { configurePortal } from './portal/page-root.ts';
export { portalContext } from './portal/portal-context.ts';
export type { Portal, SessionState } from './portal/portal-context.ts';
export { modes } from './portal/portal-options.ts';
export type {
  AdapterFactory,
  AdapterFactoryOptions,
  Contrast,
  Mode,
  PortalConfig,
  PortalOptions,
} from './portal/portal-options.ts';
export { ZsElement } from './element/zs-element.ts';
export type { Status } from './element/status.ts';
export { kitVersion } from './version.ts';
