/** What is wrong with the request of a call to a page, or null. Small: it lies in the content script. */
export function checkPageRequest(name: string, request: unknown): string | null {
  const fields = (typeof request === 'object' && request !== null ? request : {}) as Record<
    string,
    unknown
  >;
  switch (name) {
    case 'open':
      return Number.isSafeInteger(fields.index) && Number(fields.index) >= 0
        ? null
        : 'the index is not a whole number';
    case 'step':
    case 'enter':
      return fields.by === 1 || fields.by === -1 ? null : 'the step is neither 1 nor -1';
    case 'notice':
      return typeof fields.text === 'string' && fields.text.length <= 500
        ? null
        : 'the notice is not a text of at most 500 characters';
    case 'showSaved':
      return fields.id === null || typeof fields.id === 'string' ? null : 'the id is not a text';
    default:
      return request === null ? null : 'it takes no request';
  }
}
