/** What pages with conversations load: the focus goes to what is asked, and the panel can be made higher. */
import { focusQuestions } from "./flow/question-focus.ts";
import { fitPanels } from "./flow/panel-height.ts";

focusQuestions(document);
fitPanels(document);
