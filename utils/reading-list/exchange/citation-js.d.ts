/** The part of citation-js that is used; the packages come without types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly output: { format(name: string, items: readonly object[], options?: object): unknown };
    readonly config: {
      get(plugin: '@bibtex'): { format: { asciiOnly: boolean; useIdAsLabel: boolean } };
    };
  };
  export const Cite: new (
    data: unknown,
    options?: object,
  ) => { readonly data: readonly Readonly<Record<string, unknown>>[] };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
