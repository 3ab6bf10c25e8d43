/**
 * Pure judgement of what arrived against what a reading of the guide expects. Nothing here knows the
 * module.
 */

/** Same text, whatever the line breaks and the spaces. */
function fold(texte) {
  return texte.replace(/\s+/g, ' ').trim();
}

function keyOf({ transport, adresse, objet }) {
  return `${transport} ${adresse} ${fold(objet)}`;
}

function describe(message) {
  return `${message.adresse} « ${fold(message.objet || message.extraits?.[0] || message.textes[0])} »`;
}

/** Every extract, in every body of the message: text and HTML say the same. */
function carries(recu, attendu) {
  return recu.textes.every((texte) =>
    attendu.extraits.every((extrait) => fold(texte).includes(fold(extrait)))
  );
}

/** Marks on a message that was expected: what it lacks, or should not have. */
function findFautes(recu, attendu) {
  const fautes = [];
  if (recu.transport === 'mail') {
    if (recu.automatique !== attendu.automatique) fautes.push('en-tête Auto-Submitted');
    if (recu.desinscription !== attendu.promotion) fautes.push('en-tête List-Unsubscribe');
    if (recu.pieces.join() !== attendu.pieces.join()) fautes.push('pièces jointes');
  }
  return fautes.map((faute) => `${faute} : ${describe(recu)}`);
}

function groupByKey(recus) {
  const groupes = new Map();
  for (const recu of recus) {
    const cle = keyOf(recu);
    groupes.set(cle, [...(groupes.get(cle) ?? []), recu]);
  }
  return groupes;
}

/**
 * Each expected message takes the received one that carries its name, its date, its place. What nobody
 * takes is a double when its like was taken, else it should not have arrived. Resolves to lists of French
 * lines; all empty, everything is as the guide says.
 */
export function compareMessages(attendus, recus) {
  const groupes = groupByKey(recus);
  const bilan = { manquants: [], doubles: [], inattendus: [], fautes: [] };
  const pris = new Map();
  for (const attendu of attendus) {
    const restants = groupes.get(keyOf(attendu)) ?? [];
    const rang = restants.findIndex((recu) => carries(recu, attendu));
    if (rang < 0) {
      bilan.manquants.push(describe(attendu));
      continue;
    }
    const [recu] = restants.splice(rang, 1);
    pris.set(keyOf(recu), [...(pris.get(keyOf(recu)) ?? []), recu]);
    bilan.fautes.push(...findFautes(recu, attendu));
  }
  for (const recu of [...groupes.values()].flat()) {
    const memes = pris.get(keyOf(recu)) ?? [];
    const double = memes.some((autre) => fold(autre.textes[0]) === fold(recu.textes[0]));
    bilan[double ? 'doubles' : 'inattendus'].push(describe(recu));
  }
  return bilan;
}

/** A signet left as it was written; a Message-ID used twice. */
export function findTraces(recus) {
  const signets = recus.filter(({ objet, textes }) => [objet, ...textes].join(' ').includes('${'));
  const identifiants = recus.flatMap(({ messageId }) => messageId ?? []);
  const repetes = identifiants.filter((id, i) => identifiants.indexOf(id) !== i);
  return [
    ...signets.map((recu) => `signet non remplacé : ${describe(recu)}`),
    ...repetes.map((id) => `identifiant répété : ${id}`),
  ];
}

/** `{ motif: count }`, sorted by motif, from a list of motifs. */
export function countMotifs(motifs) {
  const comptes = {};
  for (const motif of [...motifs].sort()) {
    comptes[motif] = (comptes[motif] ?? 0) + 1;
  }
  return comptes;
}
