// 门户自己的监听器会出错；组件不受影响，错误仍是门户的错误。
['zs-booking-made', 'zs-availability-changed', 'zs-mode-changed'].forEach(function (name) {
  document.addEventListener(name, function () {
    throw new Error('门户自己的错误 ' + name);
  });
});
