import { CASES_ACCORD, describeGeste } from './accord';
import { LIBELLES_PORTEE, RAISONS_OPPOSITION } from './api/oppositions';
import type { Dossier, EnvoiDuDossier } from './dossier';
import { libelleStatut } from './envoi';
import { formatDate, localDate, localHeure } from './horaire';
import { phraseMotif } from './motif';
import { LIBELLES_MODALITE, LIBELLES_TYPE_CONTACT } from './vocabulaire';

const SIGNES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (texte: string): string => texte.replace(/[&<>"]/g, (signe) => SIGNES[signe] ?? '');

const STYLE = `body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
pre{white-space:pre-wrap;font:inherit;margin:0}`;

function table(entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
  const ligne = (cellules: readonly string[], balise: string): string =>
    `<tr>${cellules.map((texte) => `<${balise}><pre>${escape(texte)}</pre></${balise}>`).join('')}</tr>`;
  return lignes.length === 0
    ? '<p>Rien.</p>'
    : `<table>${ligne(entetes, 'th')}${lignes.map((cellules) => ligne(cellules, 'td')).join('')}</table>`;
}

const section = (titre: string, corps: string): string => `<h2>${escape(titre)}</h2>${corps}`;

function raisonOf({ statut, motif, detail }: EnvoiDuDossier): string {
  return statut === 'echec' ? (detail ?? '') : motif === null ? '' : phraseMotif(motif);
}

/** The part of a page that a machine reads; nothing in it closes the page's own tag. */
const toDonnees = (dossier: Dossier): string =>
  JSON.stringify(dossier, null, 2).replaceAll('<', '\\u003c');

function sectionsOppositions({ oppositions }: Dossier): string {
  const dite = (raison: string): string =>
    Object.hasOwn(RAISONS_OPPOSITION, raison)
      ? RAISONS_OPPOSITION[raison as keyof typeof RAISONS_OPPOSITION]
      : raison;
  const tenues = oppositions.flatMap(({ adresse, oppositions: siennes }) =>
    siennes.map(({ portee, source, survenueLe }) => [
      ...[adresse ?? 'La personne', LIBELLES_PORTEE[portee], source, survenueLe],
    ])
  );
  const gestes = oppositions.flatMap(({ journal }) =>
    journal.map(({ geste, portee, raison, survenuLe }) => [
      ...[survenuLe, geste, LIBELLES_PORTEE[portee], dite(raison)],
    ])
  );
  return (
    section('Oppositions', table(['Pour', 'Ne veut plus', 'Source', 'Depuis (UTC)'], tenues)) +
    section('Demandes reçues', table(['Quand (UTC)', 'Geste', 'Portée', 'Raison'], gestes))
  );
}

/** One page, to read and to print, which holds its own data in JSON. */
export function toHtmlDossier(dossier: Dossier, zone: string): string {
  const { nom, exporteLe, rubriques, envois, accords } = dossier;
  const instant = (iso: string | Date | null): string => {
    const le = iso === null ? null : new Date(iso);
    return le === null
      ? ''
      : `${formatDate(localDate(le, zone))} ${localHeure(le, zone).slice(0, 5)}`;
  };
  const fiches = rubriques.map(({ titre, fiches: siennes }) =>
    section(
      titre,
      siennes.map((lignes) => table(['Champ', 'Valeur'], lignes)).join('') || '<p>Rien.</p>'
    )
  );
  const lignesEnvois = envois.map((envoi) => [
    instant(envoi.envoyeLe ?? envoi.prevuLe),
    ...[libelleStatut(envoi.statut), LIBELLES_TYPE_CONTACT[envoi.typeContact], envoi.modele],
    ...[LIBELLES_MODALITE[envoi.origine], envoi.adresse ?? '', raisonOf(envoi)],
    envoi.message === null ? '' : `${envoi.message.objet}\n${envoi.message.texte}`.trim(),
  ]);
  const entetes = ['Quand', 'Statut', 'Type', 'Modèle', 'Origine', 'Adresse', 'Raison', 'Message'];
  const lignesAccords = accords.map((accord) => [
    ...[instant(accord.survenuLe), accord.libelle || CASES_ACCORD[accord.quoi]],
    ...[accord.coordonnee ?? '', describeGeste(accord)],
  ]);
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Données de ${escape(nom)}</title><style>${STYLE}</style></head>
<body><h1>Données de ${escape(nom)}</h1>
<p>Exportées le ${instant(exporteLe)}. Les mêmes données, pour un autre logiciel, sont en JSON à la fin de ce fichier.</p>
${fiches.join('\n')}
${section('Envois', table(entetes, lignesEnvois))}
${section('Accords', table(['Quand', 'Case', 'Adresse ou numéro', 'Geste'], lignesAccords))}
${sectionsOppositions(dossier)}
<script type="application/json" id="donnees">${toDonnees(dossier)}</script></body></html>
`;
}
