package org.alliedregistry;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;
import java.nio.file.Path;
import java.util.Optional;
import org.alliedregistry.ledger.row.StoredEntry;
import org.alliedregistry.ledger.store.StartupFailure;
import org.alliedregistry.settings.FrameworkSettings;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Starts the service; where it does not start, the last line of the log says why. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... arguments) {
    logInOneLine();
    prepareReaders();
    Quarkus.run(null, Main::exit, arguments);
  }

  /** Makes the log of a start that is refused early one line; the JDK would write two. */
  private static void logInOneLine() {
    String form = "java.util.logging.SimpleFormatter.format";
    if (System.getProperty(form) == null) {
      System.setProperty(form, "%4$s %5$s%6$s%n");
    }
  }

  /** Prepares the reading of the ledger on another processor while the framework starts. */
  private static void prepareReaders() {
    Thread thread = new Thread(StoredEntry::prepareReaders, "ledger readers");
    thread.setDaemon(true);
    thread.start();
  }

  private static void exit(int status, @Nullable Throwable failure) {
    if (failure != null) {
      Optional<String> known =
          FrameworkSettings.fault(ConfigProvider.getConfig())
              .or(() -> StartupFailure.reason(failure, dataDir()));
      if (known.isEmpty()) {
        Log.error("the start failed", failure);
      }
      Log.error("The registry does not start: " + known.orElseGet(() -> message(failure)));
    }
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
  }

  private static String message(Throwable failure) {
    Throwable first = ExceptionUtil.getRootCause(failure);
    return first.getMessage() == null ? first.getClass().getName() : first.getMessage();
  }

  private static @Nullable Path dataDir() {
    return ConfigProvider.getConfig()
        .getOptionalValue("registry.data-dir", Path.class)
        .map(Path::toAbsolutePath)
        .orElse(null);
  }
}
