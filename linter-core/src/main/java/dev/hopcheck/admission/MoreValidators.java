package dev.hopcheck.admission;

import org.jspecify.annotations.Nullable;

/** Validators of the kinds that make no pods and no endpoints. */
final class MoreValidators {
  private MoreValidators() {}

  static @Nullable Validator of(String versionAndKind) {
    return switch (versionAndKind) {
      case "networking.k8s.io/v1/Ingress" -> new IngressRules();
      case "networking.k8s.io/v1/IngressClass" -> new IngressClassRules();
      case "networking.k8s.io/v1/NetworkPolicy" -> new NetworkPolicyRules();
      case "v1/Namespace" -> new NamespaceRules();
      case "v1/ConfigMap" -> new ConfigMapRules();
      case "v1/Secret" -> new SecretRules();
      case "v1/ServiceAccount" -> new ServiceAccountRules();
      case "autoscaling/v2/HorizontalPodAutoscaler", "autoscaling/v1/HorizontalPodAutoscaler" ->
          new HorizontalPodAutoscalerRules();
      case "policy/v1/PodDisruptionBudget" -> new PodDisruptionBudgetRules();
      case "rbac.authorization.k8s.io/v1/Role" -> new RoleRules();
      case "rbac.authorization.k8s.io/v1/ClusterRole" -> new ClusterRoleRules();
      case "rbac.authorization.k8s.io/v1/RoleBinding" -> new RoleBindingRules(true);
      case "rbac.authorization.k8s.io/v1/ClusterRoleBinding" -> new RoleBindingRules(false);
      case "scheduling.k8s.io/v1/PriorityClass" -> new PriorityClassRules();
      case "v1/PersistentVolumeClaim" -> new PersistentVolumeClaimRules();
      case "storage.k8s.io/v1/StorageClass" -> new StorageClassRules();
      case "v1/PersistentVolume" -> new PersistentVolumeRules();
      case "v1/LimitRange" -> new LimitRangeRules();
      case "v1/ResourceQuota" -> new ResourceQuotaRules();
      case "v1/Node" -> new NodeRules();
      case "coordination.k8s.io/v1/Lease" -> new LeaseRules();
      case "node.k8s.io/v1/RuntimeClass" -> new RuntimeClassRules();
      case "networking.k8s.io/v1/IPAddress" -> AddressKindRules::ipAddress;
      case "networking.k8s.io/v1/ServiceCIDR" -> AddressKindRules::serviceCidr;
      case "storage.k8s.io/v1/CSIDriver" -> CsiRules::driver;
      case "storage.k8s.io/v1/CSINode" -> CsiRules::node;
      case "storage.k8s.io/v1/CSIStorageCapacity" -> CsiRules::capacity;
      case "storage.k8s.io/v1/VolumeAttributesClass" -> CsiRules::attributesClass;
      case "storage.k8s.io/v1/VolumeAttachment" -> CsiRules::attachment;
      case "apiregistration.k8s.io/v1/APIService" -> new ApiServiceRules();
      case "apiextensions.k8s.io/v1/CustomResourceDefinition" ->
          new CustomResourceDefinitionRules();
      case "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration",
          "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration" ->
          new WebhookRules();
      default -> null;
    };
  }
}
