/** The values of named features as a list in the order of the names, which is that of the weights. */
export function inOrder<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, number>>,
): Float64Array {
  const list = new Float64Array(names.length);
  for (let at = 0; at < names.length; at++) list[at] = values[names[at] as Name];
  return list;
}
