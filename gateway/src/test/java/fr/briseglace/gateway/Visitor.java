package fr.briseglace.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Somebody who calls an edge over one connection, and holds every answer to the contract. */
final class Visitor implements AutoCloseable {
    private static final ContractCheck CONTRACT = ContractCheck.ofDocument();

    private final HttpClient http;
    private final String address;
    private final Map<String, String> headers;

    Visitor(HttpClient http, String address, Map<String, String> headers) {
        this.http = http;
        this.address = address;
        this.headers = headers;
    }

    /** The same with another header, or with another value of it. */
    Visitor with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Visitor(http, address, more);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    /** Posts without waiting; whoever cancels what is returned has left. */
    CompletableFuture<HttpResponse<String>> begin(String path, String body) {
        return http.sendAsync(request("POST", path, body), BodyHandlers.ofString());
    }

    /** Posts and takes what comes back as it is, checked against nothing. */
    HttpResponse<byte[]> bytes(String path, String body) throws IOException, InterruptedException {
        return http.send(request("POST", path, body), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            HttpResponse<String> answer = http.send(request(method, path, body), BodyHandlers.ofString());
            CONTRACT.check(answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
