import type { NamedElement } from "../../widgets/element-attributes.ts";

/** The elements that stand for one methodology each, by tag. */
export const namedElements: Readonly<Record<string, NamedElement>> = {
  "santei-meeting": {
    methodology: "MEETING-1",
    answers: {
      "meeting-form": "meeting_form",
      people: "people",
      "room-area": "room_area",
      "room-hours": "room_hours",
      "preparation-hours": "preparation_hours",
      "clearing-hours": "clearing_hours",
    },
  },
};
