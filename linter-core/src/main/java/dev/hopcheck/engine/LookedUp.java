package dev.hopcheck.engine;

import dev.hopcheck.network.Resolution;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client finds for a name.
 *
 * @param client how messages call it
 * @param hints what to try where there is no address
 */
public record LookedUp(String client, Resolution resolution, List<String> hints) {
  public LookedUp {
    hints = List.copyOf(hints);
  }

  /** Each name that was asked with its answer, in order; the last one is decisive. */
  public List<Answered> answers() {
    List<Answered> answers = new ArrayList<>();
    for (Resolution.Candidate candidate : resolution.candidates()) {
      answers.add(new Answered(candidate.name(), "A", candidate.answer()));
    }
    return answers;
  }
}
