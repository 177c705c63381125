import { UserFacingError } from "tandem";

/** Why a file cannot be read, in words for the person who brought it. */
export class FileProblem extends UserFacingError {}

/** The bytes are no UTF-8: the file is read once more, as what Windows wrote for decades. */
export class NotUtf8 extends Error {
  override readonly name = "NotUtf8";
}
