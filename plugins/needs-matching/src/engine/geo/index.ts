/** Distances on the ground. Apart from the engine's entry, for its weight: `loadGeodesy` brings the libraries when they are first needed. */
export { type Geodesy } from './geodesy.ts';
export { loadGeodesy } from './load-geodesy.ts';
export { type CoordinateSystem, type Distance, type Geometry, type Shape, keepsDistance } from './shapes.ts';
