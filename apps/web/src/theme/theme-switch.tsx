import { useState } from 'react';
import { Segmented } from '../states/segmented.tsx';
import { page } from '../words/index.ts';
import { keptTheme, showTheme, type Theme } from './theme.ts';

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(keptTheme);
  const choose = (chosen: Theme): void => {
    setTheme(chosen);
    showTheme(chosen);
  };
  return <Segmented label={page.controls.theme} hidesLabel value={theme} options={page.controls.themes} onChange={choose} />;
}
