import { MODELES } from '../../seed/module/seed-module.mjs';
import { loadApplication } from '../application.mjs';
import { describeEnvironnement } from '../environnement.mjs';
import { createHorloge } from '../horloge.mjs';
import { sow } from '../sow.mjs';
import { countMotifs } from './bilan.mjs';
import { openJugeSms } from './juge-sms.mjs';
import { openJugeSmtp } from './juge-smtp.mjs';
import { readAttendus } from './lecture/attendus.mjs';
import { readCrm } from './lecture/crm.mjs';
import { compareRegistre, readRegistre } from './registre.mjs';
import { playSoiree } from './soiree.mjs';

/** Decision F20: a Thursday evening, two days before the action of guide §6.d. */
const REFERENCE = '2022-03-03';

/**
 * The four modalités on an empty database, judged by a mail server and an SMS operator that are not the
 * module's: `{ resultat, ecarts }`, the JSON of the command and the French lines that say what is wrong.
 */
export async function verify(databaseUrl, { entrepreneurs, actions }) {
  const recus = [];
  const smtp = await openJugeSmtp(recus);
  const sms = await openJugeSms(recus);
  const environnement = describeEnvironnement({ databaseUrl, smtpPort: smtp.port });
  const application = await loadApplication({ ...environnement, ...sms.environnement });
  try {
    const horloge = createHorloge(application);
    horloge.set(REFERENCE, '09:00:00');
    const base = await sow(application, { reference: REFERENCE, entrepreneurs, actions });
    await buySms(base, entrepreneurs);
    const attendus = readAttendus(await readCrm(databaseUrl), base.resume);
    const soiree = await playSoiree({ ...describeBase(base), horloge, attendus, recus });
    return await judge(databaseUrl, { attendus, soiree, recus });
  } finally {
    await application.stop();
    await smtp.close();
    await sms.close();
  }
}

/** On a large base the package of the guide would not last the evening. */
function buySms({ sessions }, achetes) {
  return sessions.administrateur.post('/packages-sms', {
    dateAchat: REFERENCE,
    achetes: Math.max(500, achetes),
  });
}

function describeBase({ sessions, resume, modeles }) {
  const avecType = Object.entries(modeles).map(([cle, documentId]) => [
    cle,
    { documentId, typeContact: MODELES[cle].typeContact },
  ]);
  return { sessions, resume, modeles: Object.fromEntries(avecType) };
}

async function judge(databaseUrl, { attendus, soiree, recus }) {
  const exclus = countMotifs([...attendus.clic.motifs, ...attendus.soir.motifs]);
  const { manquants, doubles, inattendus, fautes, motifsCampagnes } = soiree;
  const registre = await readRegistre(databaseUrl);
  const ecarts = [
    ...manquants.map((ligne) => `non reçu : ${ligne}`),
    ...doubles.map((ligne) => `reçu deux fois : ${ligne}`),
    ...inattendus.map((ligne) => `reçu à tort : ${ligne}`),
    ...fautes,
    ...compareRegistre({ registre, motifsCampagnes, exclus, recus }),
  ];
  const sms = recus.filter(({ transport }) => transport === 'sms').length;
  const resultat = {
    ok: ecarts.length === 0,
    envoyes: recus.length,
    exclus,
    mails: recus.length - sms,
    sms,
    doubles: doubles.length,
  };
  return { resultat, ecarts };
}
