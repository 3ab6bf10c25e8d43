import type { Depart, MessagePret } from '../../../services/ports/mail';

/** One hand-over, from the call of `send` to its answer. */
export interface Remise {
  readonly message: MessagePret;
  readonly taille: number;
  readonly depart: Depart;
  /** Set before the write that holds the final dot: from then on the server may have the message. */
  pointFinal: boolean;
  /** A command at a time, after a group that the server did not take. */
  seule: boolean;
  /** The reply to that group; 0: silence. Null: no group was doubted. */
  soupcon: number | null;
  /** Times it was taken up again without having been handed over. */
  reprises: number;
  reglee: boolean;
  readonly accept: () => void;
  /** Not handed over, and nobody's fault: as if it had never been asked. */
  readonly giveBack: () => void;
  readonly refuse: (erreur: unknown) => void;
}

export function createRemise(message: MessagePret, depart: Depart): [Remise, Promise<boolean>] {
  let settle: { resolve: (remis: boolean) => void; reject: (erreur: unknown) => void };
  const issue = new Promise<boolean>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const once = (geste: () => void): void => {
    if (remise.reglee) return;
    remise.reglee = true;
    geste();
  };
  const remise: Remise = {
    message,
    taille: message.brut.reduce((somme, morceau) => somme + morceau.length, 0),
    depart,
    pointFinal: false,
    seule: false,
    soupcon: null,
    reprises: 0,
    reglee: false,
    accept: () => once(() => settle.resolve(true)),
    giveBack: () => once(() => settle.resolve(false)),
    refuse: (erreur) => once(() => settle.reject(erreur)),
  };
  return [remise, issue];
}

/** May it be handed over, now? */
export function isPermise({ reglee, depart }: Remise): boolean {
  return !reglee && depart.isPermis();
}
