/** Decision tables from and to DMN 1.3 XML. A module of its own: only those who exchange models load an XML parser. */
export type { DmnImport, SkippedDecision } from './dmn-read.ts';
export { fromDmnXml } from './dmn-read.ts';
export { toDmnXml } from './dmn-write.ts';
