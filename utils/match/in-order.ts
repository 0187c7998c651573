/** Writes the values of named features into a list, in the order of the names, which is that of the weights. */
export function putInOrder<Name extends string>(
  list: Float64Array,
  names: readonly Name[],
  values: Readonly<Record<Name, number>>,
): void {
  for (let at = 0; at < names.length; at++) list[at] = values[names[at] as Name];
}
