/** The form library in the colours, the type and the language of the house. */

import { ConfigProvider, type ThemeConfig } from 'antd';
import english from 'antd/es/locale/en_US';
import chinese from 'antd/es/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { usePreferences } from '../shell/preferences.ts';
import { colour, textSize } from '../shell/tokens.ts';

/**
 * Stands around whatever uses `antd`. It is not in the frame, so that a page without such a field
 * loads nothing of the library.
 */
export function FormTheme({ children }: { children: ReactNode }) {
  const { language, text } = usePreferences();
  const theme = useMemo(() => themeFor(text), [text]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? chinese : english}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

/** The tokens as the library names them. Danger is ink, not red: red is kept for the seal and 超期. */
function themeFor(text: 'normal' | 'large'): ThemeConfig {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    token: {
      colorPrimary: colour('azure'),
      colorInfo: colour('azure'),
      colorLink: colour('azure'),
      colorSuccess: colour('pine'),
      colorWarning: colour('gamboge'),
      colorError: colour('gamboge'),
      colorTextBase: colour('ink'),
      colorBgBase: colour('sheet'),
      colorBgLayout: colour('paper'),
      colorBorder: colour('edge'),
      colorTextPlaceholder: colour('ink-soft'),
      colorTextDescription: colour('ink-soft'),
      fontFamily: 'var(--sans)',
      fontSize: textSize(text),
      controlHeight: text === 'large' ? 48 : 32,
      borderRadius: 3,
      motion: !isStill,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
      boxShadow: 'none',
      boxShadowSecondary: '0 0 0 1px var(--edge)',
    },
  };
}
