import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../lib/root.mjs';
import { createDocx, createPdf } from './documents.mjs';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The files of the modèles, made on the spot: a PDF, a picture, a Word document (guide §5.a, §7.b). */
export const PIECES_JOINTES = {
  'droits.pdf': {
    nom: 'attestation.pdf',
    typeMime: 'application/pdf',
    contenu: createPdf(["Attestation d'accompagnement", '', 'Document de démonstration.']),
  },
  'catalogue.pdf': {
    nom: 'catalogue-de-formation.pdf',
    typeMime: 'application/pdf',
    contenu: createPdf([
      'Catalogue de formation',
      '',
      'Étude de marché - 2 jours',
      'Choix du statut juridique - 1 jour',
      'Prévisionnel financier - 3 jours',
      'Trouver ses premiers clients - 1 jour',
    ]),
  },
  'donnees.pdf': {
    nom: 'protection-des-donnees.pdf',
    typeMime: 'application/pdf',
    contenu: createPdf(['La protection de vos données', '', 'Document de démonstration.']),
  },
  'logo.png': {
    nom: 'logo.png',
    typeMime: 'image/png',
    contenu: fs.readFileSync(path.join(ROOT, 'favicon.png')),
  },
  'trame.docx': {
    nom: 'plan-d-affaires.docx',
    typeMime: DOCX,
    contenu: createDocx(['Mon projet', 'Mon marché', 'Mes moyens', 'Mes chiffres']),
  },
};
