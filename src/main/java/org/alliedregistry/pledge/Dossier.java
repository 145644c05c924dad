package org.alliedregistry.pledge;

import java.util.List;
import org.alliedregistry.reference.Hearing;

/**
 * A pledge and everything said of it that the caller may see.
 *
 * @param recorded its statements in order of recording, corrections among them
 * @param standing those that stand, in order of their day ({@link Hearing#standing})
 */
public record Dossier(Pledge pledge, List<Statement> recorded, List<Statement> standing) {

  public static Dossier of(Pledge pledge, List<Statement> recorded) {
    return new Dossier(pledge, List.copyOf(recorded), Hearing.standing(recorded));
  }
}
