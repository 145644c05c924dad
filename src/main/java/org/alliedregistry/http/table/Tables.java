package org.alliedregistry.http.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.guard.ComputationPermits;
import org.alliedregistry.http.guard.ConcurrencyLimit;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.read.Coding;
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.http.read.Preconditions;
import org.alliedregistry.security.Caller;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Answers with tables. The number of tables that are written or sent at once is limited, in total
 * and for one caller. If all are taken, the caller that has most loses one to a caller that has
 * fewer. A table that its caller reads slowly holds no thread and no computation.
 */
@ApplicationScoped
public class Tables {

  /** A caller that has not read a table after this time is cut off. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** One caller may have one part in this many. */
  private static final int PART_OF_CALLER = 4;

  private final ObjectMapper json;
  private final Vertx vertx;
  private final Caller caller;
  private final ComputationPermits computations;
  private final ConcurrencyLimit tables;

  Tables(
      ObjectMapper json,
      Vertx vertx,
      Caller caller,
      ComputationPermits computations,
      TableConfig config) {
    this.json = json;
    this.vertx = vertx;
    this.caller = caller;
    this.computations = computations;
    this.tables = new ConcurrencyLimit(config.atOnce(), config.atOnce() / PART_OF_CALLER);
  }

  /**
   * Answers with JSON, or with a table if one is asked for.
   *
   * @param answer what is answered as JSON
   */
  public <T> Response answer(
      Optional<TableFormat> format,
      String name,
      Class<T> type,
      Stream<T> rows,
      Object answer,
      HttpHeaders headers) {
    return format
        .map(table -> answer(table, name, type, rows, headers))
        .orElseGet(() -> Response.ok(answer, EntityTags.JSON).build());
  }

  /**
   * Answers with a table, or with 304 if the caller has it.
   *
   * @param name the name of the file, without its extension
   * @param type the record of a row
   * @param rows the rows; they are read one by one
   */
  public <T> Response answer(
      TableFormat format, String name, Class<T> type, Stream<T> rows, HttpHeaders headers) {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    Permit permit =
        tables
            .acquire(caller.requester(), () -> close(request))
            .orElseThrow(ComputationPermits::busy);
    request.registerCompletionCallback(ended -> permit.release());
    try {
      TableFile file = TableFile.write(format, type, rows, json);
      Response answer = answer(file, format, name, permit, request, headers);
      computations.end(request);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response answer(
      TableFile file,
      TableFormat format,
      String name,
      Permit permit,
      ResteasyReactiveRequestContext request,
      HttpHeaders headers)
      throws IOException {
    Coding coding =
        format.isCompressed()
            ? Coding.IDENTITY
            : Coding.of(
                (int) Math.min(Integer.MAX_VALUE, Files.size(file.path())),
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    if (Preconditions.of(headers.getRequestHeaders()).has(file.tag())) {
      Files.delete(file.path());
      return Response.status(Status.NOT_MODIFIED)
          .header(HttpHeaders.ETAG, coding.tag(file.tag()))
          .build();
    }
    Response.ResponseBuilder response =
        Response.ok()
            .type(format.contentType())
            .header(HttpHeaders.ETAG, coding.tag(file.tag()))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "." + format.code() + "\"");
    if (coding == Coding.GZIP) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    TableFile sent = coding == Coding.GZIP ? file.compressed() : file;
    return response.entity(open(sent, permit, request)).build();
  }

  /**
   * Opens the file and removes its name, so that nothing is left of it, however the process ends.
   */
  private SentTable open(TableFile file, Permit permit, ResteasyReactiveRequestContext request)
      throws IOException {
    try {
      long size = Files.size(file.path());
      AsyncFile opened =
          vertx
              .fileSystem()
              .openBlocking(
                  file.path().toString(), new OpenOptions().setWrite(false).setCreate(false));
      long timer =
          vertx.setTimer(
              LONGEST.toMillis(),
              late -> {
                opened.close();
                permit.release();
                close(request);
              });
      request.registerCompletionCallback(
          ended -> {
            vertx.cancelTimer(timer);
            opened.close();
          });
      return new SentTable(opened, size);
    } finally {
      Files.delete(file.path());
    }
  }

  /** Ends a table that is sent, because another caller has none. */
  private static void close(ResteasyReactiveRequestContext request) {
    request.serverRequest().unwrap(HttpServerRequest.class).connection().close();
  }
}
