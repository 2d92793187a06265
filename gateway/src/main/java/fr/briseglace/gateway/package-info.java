/** The edge: configuration, TLS and client certificates, tokens, routes, problem documents, operations. */
@NullMarked
package fr.briseglace.gateway;

import org.jspecify.annotations.NullMarked;
