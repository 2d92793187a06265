package fr.briseglace.local.demo;

import fr.briseglace.local.idp.IdentityProvider;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** {@code brise-glace token PERSONA [INS]}: prints an access token of the running local stack. */
public final class TokenCommand {
    private TokenCommand() {}

    /** Ends with 2 where the call is wrong and 1 where no token is to be had. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: brise-glace token PERSONA [INS]");
            System.exit(2);
        }
        String form = "grant_type=client_credentials&persona=" + encoded(arguments[0])
                + (arguments.length == 2 ? "&ins=" + encoded(arguments[1]) : "");
        URI uri = URI.create(IdentityProvider.url(IdentityProvider.USUAL_PORT) + "/token");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonObject json = new JsonObject(answer.body());
            if (answer.statusCode() != 200) {
                System.err.println("brise-glace: " + json.getString("error_description", "no token"));
                System.exit(1);
            }
            System.out.println(json.getString("access_token"));
        } catch (IOException e) {
            System.err.println("brise-glace: no local stack is running; start one with ./brise-glace demo");
            System.exit(1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
