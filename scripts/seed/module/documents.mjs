import zlib from 'node:zlib';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';

/** One page, one font, one line a text: the smallest PDF that every reader opens. Latin-1 letters only. */
export function createPdf(lignes) {
  const texte = lignes
    .map((ligne) => `(${ligne.replace(/[\\()]/g, '\\$&')}) Tj 0 -28 Td`)
    .join('\n');
  const page = `BT /F1 16 Tf 60 760 Td\n${texte}\nET`;
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let corps = '%PDF-1.4\n';
  const positions = objets.map((objet, i) => {
    const position = corps.length;
    corps += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return `${String(position).padStart(10, '0')} 00000 n \n`;
  });
  const taille = objets.length + 1;
  const table = `xref\n0 ${taille}\n0000000000 65535 f \n${positions.join('')}`;
  const fin = `trailer\n<< /Size ${taille} /Root 1 0 R >>\nstartxref\n${corps.length}\n%%EOF\n`;
  return Buffer.from(corps + table + fin, 'latin1');
}

/** A Word document of plain paragraphs. */
export function createDocx(paragraphes) {
  const corps = paragraphes.map((p) => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`).join('');
  return createZip({
    '[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${corps}</w:body></w:document>`,
  });
}

/** Stored, not compressed; dated 1980-01-01, as the format's zero would not be a date. */
function createZip(fichiers) {
  const locaux = [];
  const catalogue = [];
  let position = 0;
  for (const [nom, texte] of Object.entries(fichiers)) {
    const contenu = Buffer.from(texte, 'utf8');
    const commun = Buffer.alloc(26);
    commun.writeUInt16LE(20, 0);
    commun.writeUInt16LE(0x21, 8);
    commun.writeUInt32LE(zlib.crc32(contenu), 10);
    commun.writeUInt32LE(contenu.length, 14);
    commun.writeUInt32LE(contenu.length, 18);
    commun.writeUInt16LE(nom.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), commun, Buffer.from(nom), contenu]);
    const suite = Buffer.alloc(14);
    suite.writeUInt32LE(position, 10);
    const entete = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
    catalogue.push(Buffer.concat([entete, commun, suite, Buffer.from(nom)]));
    locaux.push(local);
    position += local.length;
  }
  const index = Buffer.concat(catalogue);
  const fin = Buffer.alloc(18);
  fin.writeUInt16LE(locaux.length, 4);
  fin.writeUInt16LE(locaux.length, 6);
  fin.writeUInt32LE(index.length, 8);
  fin.writeUInt32LE(position, 12);
  return Buffer.concat([...locaux, index, Buffer.from('PK\x05\x06'), fin]);
}
