package org.alliedregistry.http.table;

import io.vertx.core.file.AsyncFile;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.http.read.StreamedBody;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * A table that is sent from an open file.
 *
 * @param size in bytes
 */
record SentTable(AsyncFile file, long size) implements StreamedBody {

  /** Sends the file as fast as the caller reads it. It holds no thread meanwhile. */
  @Provider
  static final class Writer implements ServerMessageBodyWriter<SentTable> {

    @Override
    public boolean isWriteable(
        Class<?> type, Type declared, ResteasyReactiveResourceInfo target, MediaType format) {
      return type == SentTable.class;
    }

    @Override
    public boolean isWriteable(
        Class<?> type, Type declared, Annotation[] annotations, MediaType format) {
      return type == SentTable.class;
    }

    @Override
    public void writeResponse(SentTable table, Type declared, ServerRequestContext context) {
      ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
      ServerHttpResponse response = context.serverResponse();
      response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(table.size()));
      if (request.getMethod().equals("HEAD")) {
        response.end();
        return;
      }
      request.suspend();
      AtomicBoolean hasEnded = new AtomicBoolean();
      Runnable end =
          () -> {
            if (hasEnded.compareAndSet(false, true)) {
              request.resume();
            }
          };
      response.addCloseHandler(end);
      send(table.file(), response, end);
    }

    private static void send(AsyncFile file, ServerHttpResponse response, Runnable end) {
      file.exceptionHandler(
              failure -> {
                response.reset();
                end.run();
              })
          .endHandler(
              whole -> {
                response.end();
                end.run();
              })
          .handler(
              bytes -> {
                response.write(bytes.getBytes());
                if (response.isWriteQueueFull()) {
                  file.pause();
                  response.addDrainHandler(file::resume);
                }
              });
    }

    @Override
    public void writeTo(
        SentTable table,
        Class<?> type,
        Type declared,
        Annotation[] annotations,
        MediaType format,
        MultivaluedMap<String, Object> headers,
        OutputStream to) {
      throw new UnsupportedOperationException("a table is sent by writeResponse");
    }
  }
}
