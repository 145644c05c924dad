package org.alliedregistry;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;
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
      Throwable first = ExceptionUtil.getRootCause(failure);
      String reason = first.getMessage() == null ? first.getClass().getName() : first.getMessage();
      Log.error("the start failed", failure);
      Log.error("The registry does not start: " + reason);
    }
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
  }
}
