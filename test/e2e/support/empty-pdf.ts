/** A PDF of one empty page, with a right table of its objects. */
export const EMPTY_PDF = onePagePdf();

function onePagePdf(): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ];
  let file = '%PDF-1.4\n';
  let table = 'xref\n0 4\n0000000000 65535 f \n';
  objects.forEach((object, at) => {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${at + 1} 0 obj${object}endobj\n`;
  });
  return `${file}${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}
