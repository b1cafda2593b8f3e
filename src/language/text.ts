/** A sentence or label in the two languages of the platform. Chinese is the default everywhere. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Locale = 'zh' | 'en';

export const text = (zh: string, en: string): Text => ({ zh, en });
