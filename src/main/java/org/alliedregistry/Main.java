package org.alliedregistry;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** Starts the service; where it does not start, the last line of the log says why. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... arguments) {
    Quarkus.run(null, Main::exit, arguments);
  }

  private static void exit(int status, @Nullable Throwable failure) {
    if (failure != null) {
      Log.error("The registry does not start: " + first(failure).getMessage());
    }
    System.exit(status);
  }

  /** What all the others are told because of. */
  private static Throwable first(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : first(cause);
  }
}
