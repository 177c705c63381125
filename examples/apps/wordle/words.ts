import { readFileSync } from "node:fs";
import wordListPath from "word-list";

/** Words to be guessed: those that most people know. */
export const ANSWERS: readonly string[] = `
  about above actor acute adapt admit adopt after again agent agree ahead alarm album alert alike alive allow alone along
  amber angel anger angle ankle apart apple apply arena argue arise aside atlas attic audio avoid award aware bacon badge
  basic basin beach beard beast begin below bench berry birth black blade blame blank blend bless blind block blood board
  boost booth bound brain brake brand brave bread break brick bride brief bring broad brown brush build bunch burst cabin
  cable camel candy cargo carry catch cause chain chair chalk charm chart chase cheap check cheek cheer chess chest chief
  child chill china choir civic claim clean clear clerk click cliff climb clock close cloth cloud coach coast coral couch
  count court cover craft crane crash cream crime crisp cross crowd crown crust curve cycle daily dairy dance delay depth
  diary doubt dozen draft drain drama dream dress drift drink drive eager eagle early earth elbow empty enemy enjoy enter
  entry equal error event every exact exist extra fable faith false fancy fault feast fence ferry fever field fight final
  flame flash fleet float flood floor flour fluid focus force forum found frame fresh front frost fruit funny ghost giant
  glass globe glove grace grade grain grand grant grape graph grass great green greet group guard guess guest guide habit
  happy harsh heart heavy hedge hello honey horse hotel house human humor ideal image index inner input issue ivory jelly
  jewel joint judge juice knife knock label labor large laser later laugh layer learn lemon level light limit linen local
  logic loose lucky lunar lunch magic major maker maple march match maybe mayor medal media melon mercy merit metal meter
  minor mixed model money month moral motor mount mouse mouth movie music naked nerve never night noble noise north novel
  nurse ocean offer olive onion opera orbit order organ other ought outer owner paint panel paper party pasta patch pause
  peace pearl phase phone photo piano piece pilot pitch pizza place plain plane plant plate plaza point polar pound power
  press price pride prime print prize proof proud pulse pupil queen quest quick quiet quite radio raise ranch range rapid
  ratio reach ready realm rebel refer relax reply rider ridge right rigid river roast robin robot rocky rough round route
  royal rural salad sauce scale scarf scene scent scope score sense serve seven shade shake shape share sharp sheep sheet
  shelf shell shift shine shirt shock shore short shout sight silly since skill skirt sleep slice slide slope small smart
  smell smile smoke snake solar solid solve sound south space spare spark speak speed spell spend spice spoon sport stack
  staff stage stair stamp stand start state steam steel stick still stock stone storm story stove straw strip study style
  sugar suite sunny super sweet swift swing sword table taste teach thank theme thick thing think third thorn throw thumb
  tiger tight title toast today token tooth topic torch total touch tough tower track trade trail train treat trend trial
  tribe trick truck trunk trust truth tulip twice uncle under union unity until upper urban usual valid value valve video
  visit vital vivid vocal voice wagon waste watch water wheel where while white whole world worry worth wound wrist write
  yacht young youth zebra`
  .trim()
  .split(/\s+/);

export const LETTERS = 5;

/** Read with the app and not at the first guess, as that would hold up whoever else plays. */
const known = new Set([
  ...readFileSync(wordListPath, "utf8").match(
    new RegExp(`^.{${LETTERS}}$`, "gm"),
  )!,
  ...ANSWERS,
]);

/** Whether somebody may guess it: a word of that length in a list of 274,000, or one of ours. */
export const isWord = (text: string): boolean => known.has(text);

const DAY = 86_400_000;
/** A prime, so that one day's word says nothing of the next. */
const STRIDE = 97;

/** The number of a day, and its word: the same for everyone, and another each day. */
export function wordOfDay(now: number): { day: number; word: string } {
  const day = Math.floor(now / DAY) - 20_000;
  const index =
    (((day * STRIDE) % ANSWERS.length) + ANSWERS.length) % ANSWERS.length;
  return { day, word: ANSWERS[index]! };
}

/** Any word, for practice. */
export const anyWord = (): string =>
  ANSWERS[Math.floor(Math.random() * ANSWERS.length)]!;
