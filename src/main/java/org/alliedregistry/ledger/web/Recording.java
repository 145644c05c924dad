package org.alliedregistry.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.alliedregistry.access.Caller;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;

/** Records what a caller writes and answers as HTTP expects it. */
@RequestScoped
public class Recording {

  private final Ledger ledger;
  private final Caller caller;
  private final UriInfo uri;

  Recording(Ledger ledger, Caller caller, UriInfo uri) {
    this.ledger = ledger;
    this.caller = caller;
    this.uri = uri;
  }

  /**
   * Records a new version unless it changes nothing: 201 for the first, 200 after.
   *
   * @param current what is recorded now
   * @param wanted what shall be recorded; refuses what must not be
   */
  public <T> Response put(
      Function<Registry, Optional<T>> current,
      Function<Registry, T> wanted,
      Function<T, Content> content,
      Function<Registry, Object> view) {
    AtomicBoolean isNew = new AtomicBoolean();
    Registry after =
        ledger.write(
            caller.name(),
            now -> {
              Optional<T> before = current.apply(now);
              T next = wanted.apply(now);
              isNew.set(before.isEmpty());
              return before.filter(next::equals).isPresent()
                  ? List.of()
                  : List.of(content.apply(next));
            });
    Response.ResponseBuilder answer =
        isNew.get() ? Response.created(URI.create(uri.getPath())) : Response.ok();
    return answer.entity(view.apply(after)).build();
  }

  /** Records something new under an address of its own: 201. */
  public Response post(
      String location, Function<Registry, List<Content>> plan, Function<Registry, Object> view) {
    Registry after = ledger.write(caller.name(), plan);
    return Response.created(URI.create(location)).entity(view.apply(after)).build();
  }

  /** The writer that what is recorded goes under. */
  public String writer() {
    return caller.name();
  }
}
