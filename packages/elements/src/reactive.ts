/**
 * `@property` and `@state` as Lit has them, for the one kind of decorator this project compiles (decision 0004). Lit's own
 * also carry the standard kind: 0.6 KB that every page would download and nobody would run.
 */
import type { LitElement, PropertyDeclaration } from 'lit';

type FieldDecorator = (prototype: object, name: PropertyKey) => void;

/** A public reactive property, an attribute of the same name unless the declaration says otherwise. */
export function property(declaration?: PropertyDeclaration): FieldDecorator {
  return (prototype, name) => (prototype.constructor as typeof LitElement).createProperty(name, declaration);
}

/** A reactive field of the element's own: no attribute. */
export function state(): FieldDecorator {
  return property({ state: true, attribute: false });
}
