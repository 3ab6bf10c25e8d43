import { describe, expect, it } from 'vitest';
import { checkPiecesJointes, OCTETS_MAX } from './pieces-jointes';

const zip = (suite: string) => Buffer.from(`PK\u0003\u0004${suite}`, 'latin1');
const piece = (nom: string, contenu: Buffer) => ({ nom, contenu, cid: null });

describe('checkPiecesJointes', () => {
  it.each([
    ['programme.pdf', Buffer.from('%PDF-1.7'), 'application/pdf'],
    ['Convocation.DOCX', zip('[Content_Types].xml word/document.xml'), /wordprocessingml/],
    ['tarifs.xlsx', zip('xl/workbook.xml'), /spreadsheetml/],
    [
      'lettre.odt',
      zip('xxmimetypeapplication/vnd.oasis.opendocument.text'),
      'application/vnd.oasis.opendocument.text',
    ],
    ['plan.png', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
    ['plan.jpg', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    ['rdv.ics', Buffer.from('BEGIN:VCALENDAR'), 'text/calendar; charset=utf-8'],
  ])('accepte %s', (nom, contenu, typeMime) => {
    expect(checkPiecesJointes([piece(nom, contenu)])[0]).toMatch(typeMime);
  });

  it.each([
    ['virus.exe', Buffer.from('MZ'), /formats acceptés/],
    ['page.html', Buffer.from('<html>'), /formats acceptés/],
    ['sans-extension', Buffer.from('%PDF-'), /formats acceptés/],
    ['faux.pdf', Buffer.from('MZ'), /pas un vrai fichier pdf/],
    ['macro.docx', zip('word/document.xml word/vbaProject.bin'), /macros/],
    ['rien.pdf', Buffer.alloc(0), /vide/],
  ])('refuse %s', (nom, contenu, message) => {
    expect(() => checkPiecesJointes([piece(nom, contenu)])).toThrow(message);
  });

  it('accepte deux méga au total et refuse un octet de plus', () => {
    const pdf = (taille: number) => Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(taille - 5)]);
    const moitie = OCTETS_MAX / 2;
    const deux = [piece('a.pdf', pdf(moitie)), piece('b.pdf', pdf(moitie))];
    expect(checkPiecesJointes(deux)).toHaveLength(2);
    expect(() => checkPiecesJointes([...deux, piece('c.pdf', pdf(5))])).toThrow(/2,0 Mo au total/);
  });
});
