# One service, named by SERVICE. All five are built in one stage, which their images share.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# What the modules are and depend on, without their code: while this stays the same, so do the layers
# that hold what was downloaded for it.
FROM ${BUILD_IMAGE} AS poms
COPY . /all
RUN cd /all && find . -name pom.xml -exec install -D {} /poms/{} \; && cp -r .mvn /poms/

FROM ${BUILD_IMAGE} AS build
ARG SERVICES=ingest-service,sanitize-service,split-service,analyze-service,export-service
WORKDIR /build
COPY --from=poms /poms ./
RUN mvn -B -ntp package -am -pl ${SERVICES} -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Dspring-boot.repackage.skip=true && find . -name target -prune -exec rm -r {} +
COPY . .
RUN mvn -B -ntp package -am -pl ${SERVICES} -Dmaven.test.skip=true -Dspotless.check.skip=true

FROM build AS layers
ARG SERVICE
RUN cp ${SERVICE}/target/${SERVICE}-*-app.jar /service.jar \
    && java -Djarmode=tools -jar /service.jar extract --layers --launcher --destination /layers

FROM ${JAVA_IMAGE}
WORKDIR /app
# Layers that change seldom come first, so that an update of the product is a small one.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
# Volumes that are mounted here belong to the user that writes to them.
RUN mkdir /drive /state && chown 10001:10001 /drive /state
USER 10001:10001
# File names are bytes: with a UTF-8 locale Java can tell all of them apart.
ENV LC_ALL=C.UTF-8
EXPOSE 8080
# Without curl, which not every base image has.
HEALTHCHECK --interval=15s --timeout=15s --start-period=90s --retries=4 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "org.springframework.boot.loader.launch.JarLauncher"]
