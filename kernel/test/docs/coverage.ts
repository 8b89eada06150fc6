/** Which keys and words of the language the examples use, told by the JSON Schema of its shapes. */

import { z } from 'zod';

type Json = {
  $ref?: string;
  $defs?: Record<string, Json>;
  properties?: Record<string, Json>;
  additionalProperties?: Json | boolean;
  items?: Json;
  anyOf?: Json[];
  allOf?: Json[];
  enum?: string[];
  const?: string;
  type?: string;
};

/** The keys of a language by place (`Clause.validity.for.days`), and its closed words. */
export class Language {
  readonly #root: Json;
  readonly #used = new Set<string>();

  constructor(shape: z.ZodType) {
    this.#root = z.toJSONSchema(shape, { io: 'input' }) as Json;
  }

  /** Notes every key that a value uses. */
  use(value: unknown): void {
    this.#walk(this.#root, value, '');
  }

  /** Keys that no value used so far. */
  unused(): string[] {
    return [...this.keys()].filter((key) => !this.#used.has(key));
  }

  /** Every key, by the definition it stands in. */
  keys(): Set<string> {
    const keys = new Set<string>();
    this.#visit((schema, place) => {
      for (const name of Object.keys(schema.properties ?? {})) keys.add(`${place}.${name}`);
    });
    return keys;
  }

  /** Every word of a closed list, by the key it stands under. */
  words(): Set<string> {
    const words = new Set<string>();
    this.#visit((schema, place) => {
      const own = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
      for (const word of own) {
        if (typeof word === 'string' && /^[a-z]/i.test(word)) words.add(`${place}=${word}`);
      }
    });
    return words;
  }

  #resolve(schema: Json, place: string): [Json, string] {
    const ref = schema.$ref;
    if (ref === undefined) return [schema, place];
    if (ref === '#') return [this.#root, ''];
    const name = ref.replace('#/$defs/', '');
    const target = this.#root.$defs?.[name];
    if (!target) throw new Error(`no ${ref}`);
    return this.#resolve(target, name);
  }

  #visit(see: (schema: Json, place: string) => void): void {
    const seen = new Set<Json>();
    const visit = (given: Json, at: string) => {
      const [schema, place] = this.#resolve(given, at);
      if (seen.has(schema)) return;
      seen.add(schema);
      see(schema, place);
      for (const [name, below] of Object.entries(schema.properties ?? {})) {
        visit(below, `${place}.${name}`);
      }
      for (const below of [...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) visit(below, place);
      if (schema.items) visit(schema.items, place);
      if (typeof schema.additionalProperties === 'object') {
        visit(schema.additionalProperties, place);
      }
    };
    visit(this.#root, '');
  }

  #walk(given: Json, value: unknown, at: string): void {
    const [schema, place] = this.#resolve(given, at);
    for (const branch of [...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) {
      this.#walk(branch, value, place);
    }
    if (Array.isArray(value)) {
      if (schema.items) for (const item of value) this.#walk(schema.items, item, place);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const entries = Object.entries(value);
    const { properties, additionalProperties } = schema;
    if (properties && entries.every(([name]) => name in properties)) {
      for (const [name, item] of entries) {
        this.#used.add(`${place}.${name}`);
        this.#walk(properties[name] as Json, item, `${place}.${name}`);
      }
    } else if (!properties && typeof additionalProperties === 'object') {
      for (const [, item] of entries) this.#walk(additionalProperties, item, place);
    }
  }
}
