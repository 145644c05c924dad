package org.alliedregistry.http.guard;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.ForwardedInfo;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.alliedregistry.http.FilterOrder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Logs once that forwarding headers are ignored, or that they are accepted from any address. In
 * both cases the address of a caller may be wrong.
 */
@ApplicationScoped
class ForwardedHeaderWarning {

  private static final List<CharSequence> FORWARDED =
      Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto")
          .map(HttpHeaders::createOptimized)
          .toList();

  private final boolean isForwarding;
  private final AtomicBoolean isSaid = new AtomicBoolean();

  ForwardedHeaderWarning(
      @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
          boolean isForwarding,
      @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
    this.isForwarding = isForwarding;
    if (isForwarding && trusted.isEmpty()) {
      say(
          "forwarding headers are accepted from every caller, so each caller can choose its"
              + " address; name the proxy in quarkus.http.proxy.trusted-proxies");
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FilterOrder.FORWARDING_CHECK);
  }

  private void check(RoutingContext context) {
    if (!isSaid.get() && isForwarded(context.request().headers()) && !isTaken(context)) {
      say(
          "forwarding headers came from "
              + address(context.request().connection().remoteAddress())
              + ", which is not a trusted proxy, and are ignored; if it is your proxy, see"
              + " quarkus.http.proxy in docs/operations.md (logged once)");
    }
    context.next();
  }

  /** The address as it is written in a setting. */
  private static String address(@Nullable SocketAddress proxy) {
    return Objects.toString(proxy == null ? null : proxy.hostAddress(), "an unknown address");
  }

  private static boolean isForwarded(MultiMap headers) {
    for (CharSequence name : FORWARDED) {
      if (headers.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The framework reads the headers when the address is first needed, and records that. */
  private boolean isTaken(RoutingContext context) {
    context.request().remoteAddress();
    return isForwarding
        && Vertx.currentContext() != null
        && Vertx.currentContext().getLocal(ForwardedInfo.CONTEXT_KEY) != null;
  }

  private void say(String what) {
    if (isSaid.compareAndSet(false, true)) {
      Log.warn(what);
    }
  }
}
