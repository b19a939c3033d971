package dev.hopcheck.finding;

/** Who may apply a fix. */
public enum Applicability {
  /** There is exactly one right edit and it changes nothing else: {@code --fix} applies it. */
  SAFE,
  /** Probably what was meant, but it changes behaviour: {@code --fix=unsafe} applies it. */
  UNSAFE,
  /** Shown to people only. */
  DISPLAY_ONLY
}
