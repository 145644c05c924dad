package org.alliedregistry.http.write;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.http.read.Preconditions;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.security.Author;
import org.alliedregistry.security.Caller;
import org.jspecify.annotations.Nullable;

/** Records a write, and answers with the status, the ETag and the Location of HTTP. */
@RequestScoped
public class WriteOperations {

  private static final String REVISION = "Revision";
  private static final int OK = Response.Status.OK.getStatusCode();
  private static final int CREATED = Response.Status.CREATED.getStatusCode();

  private final Ledger ledger;
  private final AudienceViews views;
  private final Caller caller;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final EntityTags entityTags;
  private final IdempotentWrites repeats;

  WriteOperations(
      Ledger ledger,
      AudienceViews views,
      Caller caller,
      UriInfo uri,
      HttpHeaders headers,
      EntityTags entityTags,
      IdempotentWrites repeats) {
    this.ledger = ledger;
    this.views = views;
    this.caller = caller;
    this.uri = uri;
    this.headers = headers;
    this.entityTags = entityTags;
    this.repeats = repeats;
  }

  /**
   * Records a new version, unless it changes nothing. Answers 201 for the first version and 200 for
   * later ones. Without If-Match a change is refused with 428.
   *
   * @param current the recorded version
   * @param wanted the new version; throws if it is not allowed
   * @param view the answer to a GET of the address without parameters
   */
  public <T> Response put(
      Function<RegistrySnapshot, Optional<T>> current,
      Function<RegistrySnapshot, T> wanted,
      Function<T, EntryContent> content,
      Function<RegistrySnapshot, Object> view) {
    Preconditions preconditions = preconditions();
    String location = uri.getPath();
    AtomicBoolean isNew = new AtomicBoolean();
    StoredResponse reply =
        write(
            registry -> {
              Optional<T> before = current.apply(registry);
              preconditions.require(() -> before.map(b -> entityTags.tag(view.apply(registry))));
              T next = wanted.apply(registry);
              isNew.set(before.isEmpty());
              if (before.filter(next::equals).isPresent()) {
                return List.of();
              }
              if (before.isPresent()) {
                preconditions.requireMatch();
              }
              return List.of(content.apply(next));
            },
            after ->
                isNew.get()
                    ? itself(CREATED, location, view.apply(after))
                    : itself(OK, null, view.apply(after)),
            null);
    return withRevision(IdempotentWrites.response(reply).build());
  }

  /**
   * Records a new object with an address of its own, and answers 201.
   *
   * @param view the answer to a GET of that address without parameters
   */
  public Response post(
      ParsedBody<?> sent,
      String location,
      WriteCommand command,
      Function<RegistrySnapshot, Object> view) {
    preconditions().refuseAny();
    return withRevision(
        repeats.once(
            sent,
            key -> write(command, after -> itself(CREATED, location, view.apply(after)), key)));
  }

  /**
   * Appends to a list, and answers 201. Preconditions and the ETag of the answer are about the
   * list.
   *
   * @param listTag the entity tag of a GET of the list without parameters
   * @param view the answer to a GET of the new address without parameters
   */
  public Response append(
      ParsedBody<?> sent,
      String location,
      Function<RegistrySnapshot, String> listTag,
      WriteCommand command,
      Function<RegistrySnapshot, Object> view) {
    Preconditions preconditions = preconditions();
    return withRevision(
        repeats.once(
            sent,
            key ->
                write(
                    registry -> {
                      preconditions.require(() -> Optional.of(listTag.apply(registry)));
                      return command.decide(registry);
                    },
                    after -> reply(CREATED, location, listTag.apply(after), view.apply(after)),
                    key)));
  }

  /** Adds the revision. A read with this minRevision sees the write on any node. */
  private Response withRevision(Response answer) {
    answer.getHeaders().putSingle(REVISION, views.registry(caller.audience()).revision());
    return answer;
  }

  /** Decides and answers on the caller's view, so that neither depends on hidden entries. */
  private StoredResponse write(
      WriteCommand command,
      Function<RegistrySnapshot, StoredResponse> reply,
      @Nullable IdempotencyKey key) {
    // the view is computed before the write, so that other writes do not wait for it
    Author author = caller.author();
    views.registry(author.audience());
    Function<RegistrySnapshot, RegistrySnapshot> seen = all -> views.of(author.audience(), all);
    return ledger.append(
        author.recordedBy(),
        all -> command.decide(seen.apply(all)),
        seen.andThen(after -> () -> reply.apply(after)),
        key);
  }

  private Preconditions preconditions() {
    return Preconditions.of(headers.getRequestHeaders());
  }

  /** The author of the request. */
  public Author author() {
    return caller.author();
  }

  /** A response with the body and the ETag of a GET of the same address. */
  private StoredResponse itself(int status, @Nullable String location, Object view) {
    byte[] body = entityTags.bytes(view);
    return new StoredResponse(status, location, EntityTags.tagOf(body), EntityTags.JSON, body);
  }

  private StoredResponse reply(
      int status, @Nullable String location, @Nullable String tag, Object view) {
    return new StoredResponse(status, location, tag, EntityTags.JSON, entityTags.bytes(view));
  }
}
