declare module 'datapackage' {
  interface Descriptor {
    readonly path: string;
    readonly encoding: string;
    readonly bytes: number;
    readonly hash: string;
    readonly title: string;
    readonly dialect: { readonly delimiter: string };
    readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
  }
  interface Loaded {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly descriptor: Readonly<Record<string, unknown>>;
    readonly resources: readonly { readonly name: string; readonly descriptor: Descriptor }[];
  }
  const reader: {
    readonly Package: { load(path: string): Promise<Loaded> };
    readonly Resource: {
      load(descriptor: object, options: { readonly basePath: string }): Promise<{ readonly errors: readonly Error[] }>;
    };
  };
  export default reader;
}

declare module 'tableschema' {
  type Row = Readonly<Record<string, unknown>>;
  interface Table {
    readonly schema: { readonly valid: boolean; readonly errors: readonly Error[] };
    read(options: { readonly keyed: true; readonly forceCast: true }): Promise<readonly (Row | Error)[]>;
  }
  const reader: { readonly Table: { load(path: string, options: object): Promise<Table> } };
  export default reader;
}
